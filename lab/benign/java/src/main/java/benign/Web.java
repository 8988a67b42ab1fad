package benign;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.RestClient;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** HTTP and gRPC clients. */
final class Web {
    private Web() {}

    static void into(Map<String, Attempt> all) {
        HttpClient jdk = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        OkHttpClient ok = new OkHttpClient.Builder().callTimeout(2, TimeUnit.SECONDS).build();
        all.put("jdk-http", host -> jdk.send(
                HttpRequest.newBuilder(URI.create("https://" + host + "/stock")).timeout(Duration.ofSeconds(2)).build(),
                HttpResponse.BodyHandlers.ofString()));
        all.put("jdk-http-async", host -> jdk.sendAsync(
                HttpRequest.newBuilder(URI.create("http://" + host + ":8080/stock")).timeout(Duration.ofSeconds(2)).build(),
                HttpResponse.BodyHandlers.ofString()).get(3, TimeUnit.SECONDS));
        all.put("url-connection", Web::urlConnection);
        all.put("okhttp", host -> ok.newCall(new Request.Builder().url("https://" + host + ":8443/prices").build()).execute().close());
        all.put("apache4", Web::apache4);
        all.put("apache5", Web::apache5);
        all.put("rest-template", Web::restTemplate);
        all.put("elastic", Web::elastic);
        all.put("grpc", host -> grpc(NettyChannelBuilder.forAddress(host, 50051).usePlaintext().build()));
        all.put("grpc-tls", host -> grpc(NettyChannelBuilder.forAddress(host, 8443).build()));
    }

    private static void urlConnection(String host) throws Exception {
        HttpURLConnection c = (HttpURLConnection) URI.create("https://" + host + "/a").toURL().openConnection();
        c.setConnectTimeout(2000);
        c.setReadTimeout(2000);
        try (InputStream in = c.getInputStream()) {
            in.readAllBytes();
        }
    }

    private static void apache4(String host) throws Exception {
        RequestConfig config = RequestConfig.custom().setConnectTimeout(2000).setSocketTimeout(2000).build();
        try (var client = org.apache.http.impl.client.HttpClients.custom().setDefaultRequestConfig(config).build()) {
            EntityUtils.consume(client.execute(new org.apache.http.client.methods.HttpGet("https://" + host + "/v2")).getEntity());
        }
    }

    private static void apache5(String host) throws Exception {
        var config = org.apache.hc.client5.http.config.RequestConfig.custom()
                .setConnectTimeout(2, TimeUnit.SECONDS).setResponseTimeout(2, TimeUnit.SECONDS).build();
        try (var client = HttpClients.custom().setDefaultRequestConfig(config).build()) {
            client.execute(new HttpGet("http://" + host + ":8080/v3"), response -> response.getCode());
        }
    }

    private static void restTemplate(String host) {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(2000);
        factory.setReadTimeout(2000);
        new RestTemplate(factory).getForObject("http://" + host + ":8080/rates", String.class);
    }

    private static void elastic(String host) throws Exception {
        try (RestClient client = RestClient.builder(new HttpHost(host, 9200, "http"))
                .setRequestConfigCallback(c -> c.setConnectTimeout(2000).setSocketTimeout(2000)).build()) {
            client.performRequest(new org.elasticsearch.client.Request("GET", "/_cluster/health"));
        }
    }

    private static void grpc(ManagedChannel channel) throws Exception {
        MethodDescriptor.Marshaller<byte[]> bytes = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(byte[] value) {
                return new java.io.ByteArrayInputStream(value);
            }

            @Override
            public byte[] parse(InputStream stream) {
                return new byte[0];
            }
        };
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(bytes, bytes)
                .setFullMethodName("stock.Stock/Get").setType(MethodDescriptor.MethodType.UNARY).build();
        try {
            ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT.withDeadlineAfter(2, TimeUnit.SECONDS), new byte[0]);
        } finally {
            channel.shutdownNow();
        }
    }
}
