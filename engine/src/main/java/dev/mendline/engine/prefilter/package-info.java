/**
 * The anchors of all signatures as a filter that a log shipper runs, so that only lines which could show a symptom are
 * sent: what {@link dev.mendline.engine.recognition.Recogniser#mayMatch} decides, said in the shipper's own language.
 */
@NullMarked
package dev.mendline.engine.prefilter;

import org.jspecify.annotations.NullMarked;
