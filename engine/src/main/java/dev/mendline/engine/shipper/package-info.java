/** Filters for log shippers, made from the anchors of all signatures; only lines that can show a symptom pass. */
@NullMarked
package dev.mendline.engine.shipper;

import org.jspecify.annotations.NullMarked;
