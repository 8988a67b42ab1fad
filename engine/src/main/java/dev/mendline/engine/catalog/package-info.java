/** Catalog of symptoms, causes and hints: one YAML file each, checked when it is loaded. */
@NullMarked
package dev.mendline.engine.catalog;

import org.jspecify.annotations.NullMarked;
