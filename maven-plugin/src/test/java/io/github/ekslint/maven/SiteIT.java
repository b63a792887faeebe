package io.github.ekslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.maven.Maven.Build;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteIT {

    private static final String REPORTING =
            """
            <reporting><excludeDefaults>true</excludeDefaults><plugins><plugin>
              <groupId>io.github.ekslint</groupId><artifactId>ekslint-maven-plugin</artifactId><version>%s</version>
              <reportSets><reportSet><reports><report>report</report></reports></reportSet></reportSets>
            </plugin></plugins></reporting>
            """
                    .formatted(Maven.property("ekslint.version"));

    private static final String SITE =
            """
            <plugin>
              <groupId>org.apache.maven.plugins</groupId><artifactId>maven-site-plugin</artifactId><version>%s</version>
            </plugin>
            """
                    .formatted(Maven.property("ekslint.site"));

    @TempDir
    private Path folder;

    @Test
    void theSiteShowsTheReport() throws Exception {
        Project project = Project.in(folder, Project.PLUGIN + SITE).with("src/main/eks/orders.yaml", Specs.BAD);
        project.with("pom.xml", project.text("pom.xml").replace("</project>", REPORTING + "</project>"));

        Build build = Maven.CURRENT.run(folder, "site");

        assertThat(build.status()).as(build.output()).isZero();
        assertThat(project.file("target/site/project-reports.html")).content().contains("ekslint.html");
        assertThat(project.text("target/site/ekslint.html"))
                .contains("EKS-NET-001", "src/main/eks/orders.yaml:8:3", "aws ec2 describe-subnets", "1 error, ");
    }

    @Test
    void theReportIsAPageOfItsOwnWithoutASiteAndHelpTellsEveryParameter() throws Exception {
        Project project = Project.in(folder).with("src/main/eks/orders.yaml", Specs.BAD);

        Build build = Maven.CURRENT.run(folder, "ekslint:report", "ekslint:help", "-Ddetail");

        assertThat(build.status()).as(build.output()).isZero();
        assertThat(project.text("target/site/ekslint.html"))
                .startsWith("<!DOCTYPE html")
                .contains("EKS-NET-001", "src/main/eks/orders.yaml:8:3");
        assertThat(build.output())
                .contains("ekslint:check", "ekslint:report", "ekslint:baseline", "ekslint:help")
                .contains("User property: ekslint.failOn", "User property: ekslint.aggregate");
    }
}
