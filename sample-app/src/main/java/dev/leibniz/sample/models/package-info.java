/** Models written as one would without thinking of derivatives: lambdas, lists of data and of layers, classes of their own, a logger. */
package dev.leibniz.sample.models;
