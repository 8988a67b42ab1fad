/** The replay command: folds the recorded journal again and compares. */
@NullMarked
package dev.mendline.cli.replay;

import org.jspecify.annotations.NullMarked;
