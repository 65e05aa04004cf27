package dev.leibniz.benchmarks.problems;

/**
 * A hand: a tree of bones and a mesh of vertices that move with them.
 *
 * @param parents the parent of each bone, which comes before it; −1 for the root
 * @param baseRelatives each bone's 4 × 4 transform relative to its parent, row by row; B × 16
 * @param inverseBaseAbsolutes the inverse of each bone's absolute transform at rest, row by row; B × 16
 * @param basePositions the vertices at rest, in homogeneous coordinates; V × 4
 * @param bones the bones that move each vertex; V rows
 * @param weights how much each of these bones moves the vertex; in the shape of {@code bones}
 * @param triangles the mesh; T × 3 vertices
 * @param mirrored whether the first coordinate is to be negated
 */
public record HandModel(
        int[] parents,
        double[][] baseRelatives,
        double[][] inverseBaseAbsolutes,
        double[][] basePositions,
        int[][] bones,
        double[][] weights,
        int[][] triangles,
        boolean mirrored) {}
