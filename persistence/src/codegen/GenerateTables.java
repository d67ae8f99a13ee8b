import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import pairdesk.migrations.Migrator;

/** Starts a real PostgreSQL, runs the migrations, and writes a table class for each table. */
void main(String[] args) throws Exception {
  try (var server = EmbeddedPostgres.start()) {
    Migrator.migrate(server.getPostgresDatabase());
    GenerationTool.generate(
        new Configuration()
            .withJdbc(
                new Jdbc().withUrl(server.getJdbcUrl("postgres", "postgres")).withUser("postgres"))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withInputSchema("public")
                            .withOutputSchemaToDefault(true)
                            .withExcludes("flyway_schema_history|invariant_.*")
                            .withForcedTypes(
                                new ForcedType()
                                    .withName("INSTANT")
                                    .withIncludeTypes("timestamptz|timestamp with time zone")))
                    .withGenerate(new Generate().withRoutines(false))
                    .withTarget(
                        new Target()
                            .withPackageName("pairdesk.persistence.schema")
                            .withDirectory(args[0]))));
  }
}
