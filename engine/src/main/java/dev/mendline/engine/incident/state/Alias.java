package dev.mendline.engine.incident.state;

/**
 * A name that hides its deployment, and the deployment that it was found to belong to.
 *
 * @param host a host name, as a node's or a deployment's
 * @param target the deployment, of the same site
 */
public record Alias(String host, String target) {}
