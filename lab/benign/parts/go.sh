#!/bin/bash
# Go's clients; BENIGN_GO is what `GO111MODULE=off GOPATH=/usr/share/gocode go build` made of go/clients.go before.
timeout 600 "$BENIGN_GO" > "$1/go.log" 2> "$1/go.err"
