namespace Itdr.Datasets.Statistics.Page;

/// <summary>How the page looks: light, dark and on paper.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --ground: #ffffff; --ink: #1c2330; --soft: #5b6577; --line: #d9dee7; --bar: #3f6fb5; --mark: #b4532a; --r0: #7a8291; --r1: #2f6db3; --r2: #b4652a; }
        @media (prefers-color-scheme: dark) { :root { --ground: #14181f; --ink: #e6e9ef; --soft: #9aa4b5; --line: #2d3542; --bar: #7ba7e0; --mark: #f0a070; --r0: #9aa4b5; --r1: #6fa8e8; --r2: #e8a063; } }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
        .lead { margin: 0; font-size: 1.05rem; }
        .note { color: var(--soft); font-size: .875rem; margin: .5rem 0 1rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
        th { color: var(--soft); font-weight: 600; }
        td:nth-child(3) { white-space: normal; color: var(--soft); }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        svg { display: block; max-width: 100%; height: auto; }
        svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
        svg .count { fill: var(--soft); }
        .r0 { fill: var(--r0); stroke: var(--r0); } .r1 { fill: var(--r1); stroke: var(--r1); } .r2 { fill: var(--r2); stroke: var(--r2); }
        .flow { fill: none; stroke-opacity: .28; }
        .node { stroke: none; }
        .bar { fill: var(--bar); } .axis { stroke: var(--line); } .median { stroke: var(--mark); stroke-width: 2; }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.25rem 1.5rem; }
        figure { margin: 0; } figcaption { font-size: .85rem; } figcaption span { display: block; color: var(--soft); }
        @media print { :root { --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; --bar: #444; --mark: #000; --r0: #777; --r1: #2f6db3; --r2: #b4652a; } main { max-width: none; padding: 0; } .wide { overflow: visible; } table { font-size: 8pt; } tr, figure, svg { break-inside: avoid; } h2 { break-after: avoid; } }

        """;
}
