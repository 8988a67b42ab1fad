/** Commands that run the pipeline in this process: up and run. */
@NullMarked
package dev.mendline.cli.runtime;

import org.jspecify.annotations.NullMarked;
