package io.github.ekslint.rules;

import io.github.ekslint.rule.RulePack;

/** The rules that come with ekslint. */
public final class BuiltInRules implements RulePack {

    @Override
    public String name() {
        return "built-in";
    }

    @Override
    public String root() {
        return "io/github/ekslint/rules";
    }

    @Override
    public String modelList() {
        return "META-INF/kie/io.github.ekslint/ekslint-rules/drools-model";
    }
}
