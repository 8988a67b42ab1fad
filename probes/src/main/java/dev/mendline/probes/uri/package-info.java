/** Reading of connection strings, which never shows their secrets. */
@NullMarked
package dev.mendline.probes.uri;

import org.jspecify.annotations.NullMarked;
