package dev.mendline.engine.incident.state;

import java.time.Instant;

/** A service brought up a deployment of which the site had nothing. */
public record NewTarget(Instant at, String service) {}
