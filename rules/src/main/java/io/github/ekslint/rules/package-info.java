/** The built-in rule pack. Its rules are folders of resources; this class only says where they lie. */
@NullMarked
package io.github.ekslint.rules;

import org.jspecify.annotations.NullMarked;
