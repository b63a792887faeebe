/**
 * What a rule is apart from its logic: the metadata in {@code rule.yaml}, and the catalogue of all rules of all packs. Uses
 * {@code source}; never starts Drools.
 */
@NullMarked
package io.github.ekslint.rule;

import org.jspecify.annotations.NullMarked;
