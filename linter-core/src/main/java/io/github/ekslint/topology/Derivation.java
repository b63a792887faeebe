package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import java.util.stream.Stream;

/** One kind of conclusion from the facts of an estate. Has no state; may be called from several threads. */
public interface Derivation {

    /** The derived facts: {@link io.github.ekslint.model.Subject}s, or facts that rules only join with. */
    Stream<?> derive(Estate estate, Circumstances circumstances);
}
