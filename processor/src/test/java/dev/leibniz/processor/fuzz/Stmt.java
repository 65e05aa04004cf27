package dev.leibniz.processor.fuzz;

import java.util.List;

/** Statements of random programs. A label is the empty string where there is none. */
sealed interface Stmt {

    /** A declaration; {@code initial} is empty or holds the initial value. {@code var} where {@code inferred}. */
    record Declare(Type type, String name, List<Expr> initial, boolean inferred) implements Stmt {}

    /** An expression used as a statement. */
    record Evaluate(Expr expression) implements Stmt {}

    /** {@code if}; an empty {@code otherwise} is not written. */
    record If(Expr condition, Block then, Block otherwise) implements Stmt {}

    /** A basic {@code for}. */
    record For(String label, List<Stmt> initial, Expr condition, List<Expr> update, Block body) implements Stmt {}

    /** {@code while}. */
    record While(String label, Expr condition, Block body) implements Stmt {}

    /** {@code do … while}. */
    record DoWhile(String label, Block body, Expr condition) implements Stmt {}

    /** The enhanced {@code for}. */
    record ForEach(String label, Type type, String name, Expr array, Block body) implements Stmt {}

    /** A switch over an int or a text. Arrow cases where {@code arrow}, else old ones that fall through unless they break. */
    record Switch(Expr selector, List<Case> cases, boolean arrow) implements Stmt {}

    /** A case of a switch; no labels means default. */
    record Case(List<Object> labels, Block body) {}

    /** The declaration of a record inside of a method. */
    record LocalRecord(Type.RecordOf type) implements Stmt {}

    /** {@code break}. */
    record Break(String label) implements Stmt {}

    /** {@code continue}. */
    record Continue(String label) implements Stmt {}

    /** {@code return}, with a value or without. */
    record Return(List<Expr> value) implements Stmt {}

    /** {@code throw new IllegalStateException()}. */
    record Throw() implements Stmt {}

    /** {@code assert condition}. */
    record Assert(Expr condition) implements Stmt {}

    /** A block; with a label it can be left by a labelled break. */
    record Block(String label, List<Stmt> statements) implements Stmt {}

    /** Statements that are written in another way, which the number varies. */
    record Dressed(Dress dress, Block plain, int variant) implements Stmt {}

    static Block block(Stmt... statements) {
        return new Block("", List.of(statements));
    }

    static Block block(List<Stmt> statements) {
        return new Block("", List.copyOf(statements));
    }

    static Stmt declare(Type type, String name, Expr initial) {
        return new Declare(type, name, List.of(initial), false);
    }

    static Stmt assign(Expr target, String op, Expr value) {
        return new Evaluate(new Expr.Assign(target, op, value));
    }

    static Stmt result(Expr value) {
        return new Return(List.of(value));
    }
}
