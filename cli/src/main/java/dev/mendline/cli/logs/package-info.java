/** Commands that read or ship log files: classify, diagnose, ship. */
@NullMarked
package dev.mendline.cli.logs;

import org.jspecify.annotations.NullMarked;
