package dev.mendline.model.facts;

/** Facts of a probe that looks at one node; the others look at the deployment. */
public interface NodeFacts {}
