/**
 * Catalog of knowledge: symptoms with signatures, and causes with conditions and advice. Each is one YAML file.
 * Mistakes are reported with file and line. Conditions are CEL, type-checked against the fact types, so a condition on
 * an unknown fact does not load.
 */
@NullMarked
package dev.mendline.engine.catalog;

import org.jspecify.annotations.NullMarked;
