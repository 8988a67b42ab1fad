package dev.mendline.lab.world;

import java.util.List;

/**
 * Purpose of a service, in the words of its own code.
 *
 * @param service name in the log
 * @param logger class that logs
 * @param collection collection that it reads
 * @param complaint message when a read fails
 */
public record Business(String service, String logger, String collection, String complaint) {
    static final List<Business> ALL = List.of(
            of("orders", "OrderRepository", "orders", "Could not load the open orders"),
            of("billing", "InvoiceRun", "invoices", "Invoice run stopped"),
            of("search", "ProductIndexer", "products", "Indexing stopped"),
            of("shipping", "ParcelStore", "parcels", "Cannot list today's parcels"),
            of("stock", "StockLevels", "levels", "Stock levels are not up to date"),
            of("customers", "CustomerDao", "customers", "Customer lookup failed"),
            of("pricing", "PriceList", "prices", "Price list is missing"),
            of("reviews", "ReviewFeed", "reviews", "Review feed is empty-handed"),
            of("loyalty", "PointsLedger", "points", "Points were not booked"),
            of("checkout", "CartService", "carts", "Request failed: GET /cart"),
            of("returns", "ReturnDesk", "returns", "Returns of today are missing"),
            of("coupons", "CouponBook", "coupons", "Coupons cannot be shown"),
            of("catalog", "CatalogPages", "pages", "Catalog page stays empty"),
            of("media", "PictureStore", "pictures", "No picture for the page"),
            of("newsletter", "LetterRun", "letters", "Newsletter run stopped"),
            of("support", "TicketDesk", "tickets", "Tickets cannot be listed"),
            of("fleet", "VanTracker", "vans", "Vans cannot be placed on the map"),
            of("payroll", "SalaryRun", "salaries", "Salary run stopped"),
            of("suppliers", "SupplierBook", "suppliers", "Suppliers cannot be listed"),
            of("tax", "TaxTable", "rates", "Tax rates are missing"),
            of("wishes", "WishList", "wishes", "Wish list cannot be shown"),
            of("recipes", "RecipeBox", "recipes", "No recipe of the day"),
            of("events", "EventCalendar", "events", "Calendar of events is empty"),
            of("booking", "SeatPlan", "seats", "Seat plan cannot be drawn"),
            of("weather", "StationFeed", "stations", "Station feed stopped"),
            of("maps", "TileStore", "tiles", "Tile not drawn"),
            of("ratings", "StarCounter", "stars", "Stars were not counted"),
            of("gifts", "GiftShelf", "gifts", "Gift shelf cannot be shown"),
            of("print", "LabelPrinter", "labels", "Label not printed"),
            of("banners", "BannerRotation", "banners", "No banner for this page"),
            of("surveys", "SurveyBox", "answers", "Survey answers are missing"),
            of("campaigns", "CampaignPlan", "campaigns", "Campaign plan cannot be read"),
            of("partners", "PartnerPortal", "partners", "Request failed: GET /partners"),
            of("forecast", "DemandForecast", "demands", "Forecast run stopped"),
            of("bakery", "OvenPlan", "loaves", "Plan of the ovens is missing"),
            of("garden", "SeedShelf", "seeds", "Seed shelf cannot be shown"),
            of("music", "PlayList", "tracks", "Play list stays empty"),
            of("tours", "TourGuide", "tours", "Tours cannot be listed"));

    private static Business of(String service, String logger, String collection, String complaint) {
        return new Business(service, "com.example." + service + "." + logger, collection, complaint);
    }
}
