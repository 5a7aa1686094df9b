"""The graph room: claims become a graph, a store, a picture."""
