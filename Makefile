.PHONY: help demo up test slow measure format bench

help: ## list the targets
	@sed -n 's/^\([a-z]*\): *## /  make \1	/p' Makefile

demo: ## diagnose six deployments, five of them broken
	@./mendline demo --once

up: ## run everything in one process until Ctrl-C
	@./mendline up

test: ## the whole check, as in CI
	@mvn verify

slow: ## the slow tests, which the check leaves out
	@mvn -q verify -Dskipped.groups=none -Dgroups=slow -Dsurefire.failIfNoSpecifiedTests=false

measure: ## sizes and cycles of the main code, and broken limits; OPTIONS=--check fails on one, OPTIONS=--notes lists more
	@javac -proc:none -d target/house -sourcepath cli/src/test/java cli/src/test/java/dev/mendline/house/Measure.java
	@java -cp target/house dev.mendline.house.Measure $(OPTIONS)

format: ## format all code
	@mvn -q spotless:apply

bench: ## compare the matcher with its peers (30 minutes); ./bench/run pipeline and latency measure the pipeline
	@./bench/run matcher
