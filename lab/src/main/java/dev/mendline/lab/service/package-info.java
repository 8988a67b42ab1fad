/** The services that use the lab's deployments through the real driver, and their logs on the way to the sink. */
@NullMarked
package dev.mendline.lab.service;

import org.jspecify.annotations.NullMarked;
