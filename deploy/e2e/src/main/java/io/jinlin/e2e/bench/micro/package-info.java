/**
 * JMH benchmarks of what runs once for every frame or event, each beside its baseline in the same
 * run: {@code deploy/bench micro}.
 */
@NullMarked
package io.jinlin.e2e.bench.micro;

import org.jspecify.annotations.NullMarked;
