/** Services that use the lab's deployments through the real driver, and their logs. */
@NullMarked
package dev.mendline.lab.service;

import org.jspecify.annotations.NullMarked;
