.PHONY: help demo up test slow format bench

help: ## say what there is
	@sed -n 's/^\([a-z]*\): *## /  make \1	/p' Makefile

demo: ## six deployments, five of them broken, diagnosed
	@./mendline demo --once

up: ## everything in one process until Ctrl-C
	@./mendline up

test: ## the whole check, as in CI
	@mvn verify

slow: ## the tests of minutes, which the check leaves out
	@mvn -q verify -Dskipped.groups=none -Dgroups=slow -Dsurefire.failIfNoSpecifiedTests=false

format: ## the one code format
	@mvn -q spotless:apply

bench: ## the matcher beside its peers; half an hour. ./bench/run pipeline and latency: the pipeline
	@./bench/run matcher
