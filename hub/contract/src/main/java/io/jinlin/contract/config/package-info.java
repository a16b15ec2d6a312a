/** Reads a process's settings from properties files and the command line. */
@NullMarked
package io.jinlin.contract.config;

import org.jspecify.annotations.NullMarked;
