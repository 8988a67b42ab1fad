.PHONY: help demo up test slow measure format bench

help: ## list the targets
	@sed -n 's/^\([a-z]*\): *## /  make \1	/p' Makefile

demo: ## diagnose six deployments, five of them broken
	@./mendline demo --once

up: ## run everything in one process until Ctrl-C
	@./mendline up

test: ## run the whole check, as in CI
	@mvn verify

slow: ## run the slow tests, which the check leaves out
	@mvn -q verify -Dskipped.groups=none -Dgroups=slow -Dsurefire.failIfNoSpecifiedTests=false

measure: ## print sizes, cycles and broken limits of the main code (OPTIONS=--check or --notes)
	@javac -proc:none -d target/house -sourcepath cli/src/test/java cli/src/test/java/dev/mendline/house/Measure.java
	@java -cp target/house dev.mendline.house.Measure $(OPTIONS)

format: ## format the code
	@mvn -q spotless:apply

bench: ## measure the matcher and its peers (half an hour); for the pipeline: ./bench/run pipeline, ./bench/run latency
	@./bench/run matcher
