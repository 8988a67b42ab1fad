/** Host names, addresses and networks, checked when they are made. */
@NullMarked
package dev.mendline.model.net;

import org.jspecify.annotations.NullMarked;
