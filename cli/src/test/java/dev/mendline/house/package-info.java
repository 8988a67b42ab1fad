/**
 * Measures of the source tree and their limits. The classes read sources only, so that {@code make measure} needs a JDK
 * and nothing else. They are test code because the build enforces the limits as a test.
 */
package dev.mendline.house;
