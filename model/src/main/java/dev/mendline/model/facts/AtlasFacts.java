package dev.mendline.model.facts;

/**
 * Facts that Atlas' own administration interface tells, which is asked only about deployments that are bound to a project
 * of it. Its words (states, types, reasons of its own) stay texts: Atlas adds to them without a word to us.
 */
public interface AtlasFacts {}
