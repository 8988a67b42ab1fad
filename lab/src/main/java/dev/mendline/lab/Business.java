package dev.mendline.lab;

import java.util.List;

/**
 * What a service is for: the words of its own code.
 *
 * @param service its name in the log
 * @param logger the class that logs
 * @param collection what it reads
 * @param complaint what it logs when it cannot
 */
record Business(String service, String logger, String collection, String complaint) {
    static final List<Business> ALL = List.of(
            new Business("orders", "com.example.orders.OrderRepository", "orders", "Could not load the open orders"),
            new Business("billing", "com.example.billing.InvoiceRun", "invoices", "Invoice run stopped"),
            new Business("search", "com.example.search.ProductIndexer", "products", "Indexing stopped"),
            new Business("shipping", "com.example.shipping.ParcelStore", "parcels", "Cannot list today's parcels"),
            new Business("stock", "com.example.stock.StockLevels", "levels", "Stock levels are not up to date"),
            new Business("customers", "com.example.customers.CustomerDao", "customers", "Customer lookup failed"),
            new Business("pricing", "com.example.pricing.PriceList", "prices", "Price list not loaded"),
            new Business("reviews", "com.example.reviews.ReviewFeed", "reviews", "Review feed is empty-handed"),
            new Business("loyalty", "com.example.loyalty.PointsLedger", "points", "Points were not booked"),
            new Business("checkout", "com.example.checkout.CartService", "carts", "Request failed: GET /cart"));
}
