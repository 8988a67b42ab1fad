/** Commands that show, check and extend the catalog. */
@NullMarked
package dev.mendline.cli.catalog;

import org.jspecify.annotations.NullMarked;
