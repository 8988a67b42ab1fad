// Go's clients of other systems against every peer of world.py. usage: clients (prints a line per event)
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"database/sql"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/smtp"
	"net/textproto"
	"os"
	"strings"
	"time"

	_ "github.com/go-sql-driver/mysql"
	_ "github.com/lib/pq"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

var ca = x509.NewCertPool()

func line(host, port, say string) error {
	c, err := net.DialTimeout("tcp", host+":"+port, time.Second)
	if err != nil {
		return fmt.Errorf("%s: %w", say, err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(time.Second))
	b := make([]byte, 64)
	for i := 0; i < 3; i++ {
		if _, err = c.Write([]byte("PING\r\n")); err == nil {
			_, err = c.Read(b)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", say, err)
		}
	}
	return fmt.Errorf("%s: unexpected reply %q", say, b[:12])
}

func get(url string, config *tls.Config) error {
	client := http.Client{Timeout: 1500 * time.Millisecond, Transport: &http.Transport{TLSClientConfig: config}}
	r, err := client.Get(url)
	if err == nil {
		r.Body.Close()
		err = fmt.Errorf("unexpected status %s", r.Status)
	}
	return err
}

func query(driver, dsn string) error {
	db, err := sql.Open(driver, dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	c, stop := context.WithTimeout(context.Background(), 1500*time.Millisecond)
	defer stop()
	return db.PingContext(c)
}

func call(host string, option grpc.DialOption) error {
	c, stop := context.WithTimeout(context.Background(), 1500*time.Millisecond)
	defer stop()
	conn, err := grpc.DialContext(c, host, option)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Invoke(c, "/stock.Stock/Get", nil, nil)
}

var resolvers = []string{"10.20.0.53", "10.20.0.54", "10.20.0.55"}

func lookup(number int, f func(context.Context, *net.Resolver) error) error {
	c, stop := context.WithTimeout(context.Background(), 1500*time.Millisecond)
	defer stop()
	r := &net.Resolver{PreferGo: true, Dial: func(c context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(c, network, resolvers[number%3]+":53")
	}}
	return f(c, r)
}

func main() {
	if pem, err := os.ReadFile(os.Getenv("CERTS") + "/ca.pem"); err == nil {
		ca.AppendCertsFromPEM(pem)
	}
	hosts := []string{"api.example.com", "www.corp.example.net", "x.partner.example.org", "old.legacy.example.org", "10.30.0.9", "10.31.0.9"}
	for n := 11; n <= 28; n++ {
		hosts = append(hosts, fmt.Sprintf("node-%d.internal", n), fmt.Sprintf("10.20.0.%d", n))
	}
	tries := []func(h string, n int) error{
		func(h string, n int) error { return get("https://"+h+"/v1/stock", &tls.Config{RootCAs: ca}) },
		func(h string, n int) error { return get("https://"+h+":8443/", nil) },
		func(h string, n int) error { return get("http://"+h+":8080/prices", nil) },
		func(h string, n int) error { return line(h, "6379", "redis: ping") },
		func(h string, n int) error { return line(h, "11211", "memcache: get") },
		func(h string, n int) error { return line(h, "5672", "amqp: handshake") },
		func(h string, n int) error { return line(h, "9092", "kafka: client has run out of available brokers") },
		func(h string, n int) error { return query("postgres", "host="+h+" dbname=orders user=orders connect_timeout=2 sslmode=disable") },
		func(h string, n int) error { return query("postgres", "host="+h+" dbname=orders user=orders connect_timeout=2") },
		func(h string, n int) error { return query("mysql", "orders:x@tcp("+h+":3306)/orders?timeout=1s&readTimeout=1s") },
		func(h string, n int) error { return call(h+":50051", grpc.WithInsecure()) },
		func(h string, n int) error { return call(h+":443", grpc.WithTransportCredentials(credentials.NewTLS(nil))) },
		func(h string, n int) error {
			c, err := smtp.Dial(h + ":25")
			if err == nil {
				err = c.Hello("web-1")
			}
			return err
		},
		func(h string, n int) error { _, err := textproto.Dial("tcp", h+":110"); return err },
		func(h string, n int) error {
			_, err := tls.DialWithDialer(&net.Dialer{Timeout: time.Second}, "tcp", h+":636", &tls.Config{RootCAs: ca})
			return err
		},
		func(h string, n int) error {
			return lookup(n, func(c context.Context, r *net.Resolver) error { _, _, err := r.LookupSRV(c, "sip", "tcp", h); return err })
		},
		func(h string, n int) error {
			return lookup(n, func(c context.Context, r *net.Resolver) error { _, err := r.LookupTXT(c, h); return err })
		},
		func(h string, n int) error {
			return lookup(n, func(c context.Context, r *net.Resolver) error { _, err := r.LookupHost(c, h); return err })
		},
		func(h string, n int) error {
			return lookup(n, func(c context.Context, r *net.Resolver) error { _, _, err := r.LookupSRV(c, "xmpp-client", "tcp", "chat."+h); return err })
		},
	}
	say := []string{"%v", "failed to start: %v", "level=error msg=\"request failed\" err=%q", "{\"level\":\"error\",\"caller\":\"store/store.go:42\",\"error\":%q}", "panic: %v", "store: ping: %v", "retrying in 2s: %v"}
	done := make(chan string)
	for t, try := range tries {
		go func(t int, try func(string, int) error) {
			for n, h := range hosts {
				ended := make(chan error, 1)
				go func() { ended <- try(h, n) }()
				select {
				case err := <-ended:
					if err != nil {
						f := say[(n+t)%len(say)]
						if strings.Contains(f, "%q") {
							done <- fmt.Sprintf(f, err.Error())
						} else {
							done <- fmt.Sprintf(f, err)
						}
					}
				case <-time.After(4 * time.Second):
					done <- "context deadline exceeded"
				}
			}
			done <- ""
		}(t, try)
	}
	log.SetOutput(os.Stdout)
	for left := len(tries); left > 0; {
		if text := <-done; text == "" {
			left--
		} else {
			log.Print(strings.ReplaceAll(text, "\n", " "))
		}
	}
}
