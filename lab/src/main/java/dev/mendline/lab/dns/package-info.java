/** Name servers that answer, or fail to, as told: {@link dev.mendline.lab.dns.Answering} is what one says to a question. */
@NullMarked
package dev.mendline.lab.dns;

import org.jspecify.annotations.NullMarked;
