/**
 * The confidential programme (Mental Health Law, art. 4): records, consents, tasks and their access
 * log in a file of their own that only its clinicians and its privacy officer can open. Nothing
 * here writes to the ledger, to a log, to a topic or to any other table, and nothing elsewhere
 * reads it: a member's visit is an ordinary number.
 */
@NullMarked
package io.jinlin.hub.programme;

import org.jspecify.annotations.NullMarked;
