package dev.mendline.engine.incident;

import java.time.Instant;

/** A service brought up a deployment of which the site had nothing. */
record NewTarget(Instant at, String service) {}
