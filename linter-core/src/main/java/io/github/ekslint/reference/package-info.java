/**
 * The port to reference data: versions, dates, ports, AMI types, zones and endpoints, each with source and as-of date. May
 * use {@code source} and {@code model}.
 */
@NullMarked
package io.github.ekslint.reference;

import org.jspecify.annotations.NullMarked;
