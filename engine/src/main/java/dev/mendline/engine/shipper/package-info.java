/**
 * Filters for log shippers, made from the anchors of all signatures. A shipper with such a filter sends only lines that
 * can show a symptom, as {@link dev.mendline.engine.recognition.Recogniser#mayMatch} decides.
 */
@NullMarked
package dev.mendline.engine.shipper;

import org.jspecify.annotations.NullMarked;
