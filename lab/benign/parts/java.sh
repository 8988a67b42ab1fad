#!/bin/bash
# Java's clients, a Spring Boot application and a Kafka broker. CLASSPATH: of java/pom.xml, compiled before, outside of the
# namespace; BROKERPATH: of the lab, with java/Broker.java compiled.
HERE=$(cd "$(dirname "$0")/.." && pwd)
timeout 60 java -Dlayout=plain -Dlogback.configurationFile="$HERE/healthy/logback.xml" -cp "$BROKERPATH" Broker "$1/broker" > "$1/kafka.log" 2> "$1/kafka.err" &
timeout 200 java -cp "$CLASSPATH" benign.Boot "$1/boot" > "$1/boot.out" 2>&1
wait
timeout 900 java -Xmx1g -Djava.net.preferIPv4Stack=true -cp "$CLASSPATH" benign.Clients "$1/java" > "$1/java.out" 2>&1
