package io.github.ekslint.maven.pack;

import io.github.ekslint.rule.RulePack;

/** One rule about node groups, of which nothing is compiled: it cannot judge any. */
public final class TeamRules implements RulePack {

    /** Its id. */
    public static final String RULE = "EKS-NG-901";

    @Override
    public String name() {
        return "team";
    }

    @Override
    public String root() {
        return "team/rules";
    }

    @Override
    public String modelList() {
        return "team/models";
    }
}
