/** Commands that run the pipeline against the lab: demo and lab. */
@NullMarked
package dev.mendline.cli.lab;

import org.jspecify.annotations.NullMarked;
