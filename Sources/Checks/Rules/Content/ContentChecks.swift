extension Check {
  /// In the order of their ids.
  static let contentChecks: [Check] = [
    .addressRemoved, .aliasHidesPage, .aliasSyntax, .bareURL, .byteOrderMark, .citationSyntax, .directiveSyntax,
    .duplicateAddress, .duplicateAnchor, .duplicateTitle, .emptyPage, .emptyHeading, .glossaryLink, .headingOrder,
    .lineEnds, .longTitle, .missingDescription, .missingFootnote, .nestedDirective, .noFrontMatter, .noRows,
    .pseudoHeading,
    .rawHTML, .secondH1, .tableTooLarge, .tagSyntax, .tooDeep, .tooManyMarks, .unclosedDirective, .unclosedFrontMatter,
    .unknownAlert,
    .unknownDirective, .unknownTerm, .unusedData, .unusedFootnote, .unusedImage,
  ]
}
