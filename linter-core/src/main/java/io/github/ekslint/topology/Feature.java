package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * Something in a cluster that calls an AWS service.
 *
 * @param name as a message names it
 * @param used whether the cluster uses it
 * @param prepared whether something is seen that it needs, though not that it is used
 */
record Feature(String name, Truth used, Truth prepared) {

    Feature(String name, Truth used) {
        this(name, used, Truth.no());
    }
}
