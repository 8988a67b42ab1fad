/** Host names, addresses and networks, checked on creation. */
@NullMarked
package dev.mendline.model.net;

import org.jspecify.annotations.NullMarked;
