/**
 * Name servers with configurable answers and faults. {@link dev.mendline.lab.dns.DnsResponder} is the answer to a
 * question.
 */
@NullMarked
package dev.mendline.lab.dns;

import org.jspecify.annotations.NullMarked;
