package dev.mendline.model;

/** Facts of a probe that looks at one node; the others look at the deployment. */
public interface PerNode {}
