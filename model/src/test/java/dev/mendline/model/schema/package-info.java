/**
 * The JSON Schemas of what stands on the topics. They are written from the records and their Javadoc, so that nobody keeps
 * both; the tests hold them against what Jackson writes, and against what has been published before.
 */
@NullMarked
package dev.mendline.model.schema;

import org.jspecify.annotations.NullMarked;
