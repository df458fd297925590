package io.fluxalchemy.schema;

/** One method per kind of DDL statement and no defaults, so that a new kind shows where it is not handled yet. */
public interface DdlVisitor<R> {

    R visit(DdlStatement.CreateTable statement);

    R visit(DdlStatement.CreateIndex statement);

    R visit(DdlStatement.CreateSequence statement);

    R visit(DdlStatement.CreateEnum statement);

    R visit(DdlStatement.AddForeignKey statement);

    R visit(DdlStatement.DropForeignKey statement);

    R visit(DdlStatement.DropTable statement);

    R visit(DdlStatement.DropSequence statement);

    R visit(DdlStatement.DropEnum statement);
}
