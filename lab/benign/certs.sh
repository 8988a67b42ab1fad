#!/bin/sh
# Certificates for world.py into the folder $1: internal (unknown issuer), expired (self-signed), othername.
set -e
cd "$1"
subject() { echo "/C=DE/O=Example GmbH/OU=Platform/CN=$1"; }
openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "$(subject 'Example Internal Root')" -keyout ca.key -out ca.pem 2>/dev/null
signed() { # file, common name, days
    openssl req -newkey rsa:2048 -nodes -subj "$(subject "$2")" -keyout "$1.key" -out "$1.csr" 2>/dev/null
    printf 'subjectAltName=DNS:%s\n' "$2" > "$1.ext"
    openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$3" -extfile "$1.ext" -out "$1.pem" 2>/dev/null
}
signed internal '*.internal' 365
signed othername www.example.com 365
keytool -genkeypair -alias expired -keyalg RSA -startdate -400d -validity 365 -ext san=dns:*.internal \
    -dname "CN=*.internal, OU=Platform, O=Example GmbH, C=DE" -keystore expired.p12 -storepass changeit
openssl pkcs12 -in expired.p12 -passin pass:changeit -nodes -nokeys -out expired.pem
openssl pkcs12 -in expired.p12 -passin pass:changeit -nodes -nocerts -out expired.key
chmod 644 ./*.key
