/** The way to a node below MongoDB's protocol: each address goes past the guard, and the connection is made to that very address. */
@NullMarked
package dev.mendline.probes.net;

import org.jspecify.annotations.NullMarked;
